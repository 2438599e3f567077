export const scheduleModel = { state: {}, words: {}, on: {} }
