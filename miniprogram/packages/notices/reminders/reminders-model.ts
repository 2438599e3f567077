export const remindersModel = { state: {}, words: {}, on: {} }
