import type { bank } from '../../miniprogram/contract/bank'
import type { Handlers } from '../platform/context'
import { changeHandlers } from './change-questions'
import { exportQuestions, makeTemplate } from './exports'
import { importQuestions, previewImport } from './imports'
import { getQuestion, listQuestions } from './list-questions'
import { reportHandlers } from './reports/handlers'
import { roundHandlers } from './rounds'
import { saveQuestion } from './save-question'

export const handlers: Handlers<typeof bank> = {
  listQuestions,
  getQuestion,
  saveQuestion,
  ...changeHandlers,
  makeTemplate,
  exportQuestions,
  previewImport,
  importQuestions,
  ...roundHandlers,
  ...reportHandlers,
}
