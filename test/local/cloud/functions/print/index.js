exports.main = async ({ text }) => {
  console.log('said', text)
  console.error('shouted', text)
  process.stdout.write('wrote\n')
}
