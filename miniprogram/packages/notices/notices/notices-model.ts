export const noticesModel = { state: {}, words: {}, on: {} }
