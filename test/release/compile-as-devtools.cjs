// Compiles the mini-program with WeChat's own build tool and prints the bytes of every file it would upload.
// A process of its own: the tool starts workers, and would ask WeChat's server for what is said here instead.
const dns = require('node:dns')
dns.lookup = (host, ...rest) => rest.at(-1)(Object.assign(new Error(`no network: ${host}`), { code: 'ENOTFOUND' }))

const ci = require('miniprogram-ci')

const project = new ci.Project({
  appid: 'wx0000000000000001',
  type: 'miniProgram',
  projectPath: process.argv[2],
  privateKey: 'none: nothing is uploaded',
  ignores: ['node_modules/**/*'],
})
project.attr = () => Promise.resolve({ ...ci.DefaultProjectAttr, setting: { ...ci.DefaultProjectAttr?.setting } })

const options = { project, version: '1.0.0', setting: { useProjectConfig: true }, onProgressUpdate: () => undefined }

ci.getCompiledResult(options).then(
  files => {
    const sizes = Object.entries(files).map(([file, content]) => [file, Buffer.byteLength(content)])
    process.stdout.write(`\nSIZES ${JSON.stringify(Object.fromEntries(sizes))}\n`, () => process.exit(0))
  },
  error => {
    process.stderr.write(`${error.stack}\n`, () => process.exit(1))
  },
)
