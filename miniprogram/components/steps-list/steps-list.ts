/** How something is done, one numbered step a line. */
Component({
  properties: {
    steps: { type: Array, value: [] },
  },
})
