import { startCloud } from '../../../../local/cloud/start-cloud'

// A cloud in a process of its own, which prints its address and waits to be killed.

const [, , manifestFile = '', functionsRoot = '', dataRoot = ''] = process.argv

void startCloud({ manifestFile, functionsRoot, dataRoot, personas: [] }).then(({ url }) => {
  process.stdout.write(url)
})
