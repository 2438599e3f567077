export const noticeModel = { state: {}, words: {}, on: {} }
