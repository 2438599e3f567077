const said = [
  JSON.stringify({ procedure: 'gossip.tell', outcome: 'ok', heard: '<img src=x onerror=stung=1>' }),
  '<script>stung=2</script>',
]

exports.main = async ({ refuses = false }) => {
  if (refuses) console.log(JSON.stringify({ procedure: 'gossip.tell', outcome: 'not-today' }))
  else for (const line of said) console.log(line)
}
