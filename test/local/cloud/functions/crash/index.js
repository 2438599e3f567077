// Every way in which function code can take its process down.
const ways = {
  exit: () => process.exit(0),
  kill: () => process.kill(process.pid, 'SIGKILL'),
  later: () =>
    new Promise(() =>
      setTimeout(() => {
        throw new Error('thrown later')
      }, 1),
    ),
  memory: () => {
    const hoard = []
    for (;;) hoard.push(new Array(5e6).fill(0.5))
  },
}

exports.main = async ({ way }) => ways[way]?.() ?? 'alive'
