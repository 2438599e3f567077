export const archiveModel = { state: {}, words: {}, on: {} }
