import type { AttemptStanding } from '../contract/quiz'
import { CONTACT } from './shared'

/** What an organiser decided about an attempt, as its player reads it. */
export interface DecisionText {
  tone: 'water' | 'green'
  title: string
  text: string
}

export const decisionWords = {
  setAside: '这次成绩不计入排名',
  restored: '这次成绩重新计入排名',
  badge: '不计入',
  copyContact: '复制邮箱',
}

/** One's own words end where the organiser's begin, whatever sign they end with. */
const ended = (note: string): string => (/[。！？!?.]$/.test(note) ? note : `${note}。`)

const setAsideText = (note: string): string =>
  `也不用来领证书。组织者看过答卷以后这样定：${ended(note)}成绩和答案都还在；有疑问请写信到 ${CONTACT}，会请组织者再看一次。`

const restoredText = (note: string): string =>
  `组织者又看了一次，成绩照常算，排名一两分钟后更新。${note === '' ? '' : `说明：${ended(note)}`}`

/** Null for nearly every attempt: nobody has decided anything that its player would notice. */
export function decisionText({ setAside, restored }: AttemptStanding): DecisionText | null {
  if (setAside) return { tone: 'water', title: decisionWords.setAside, text: setAsideText(setAside.note) }
  return restored && { tone: 'green', title: decisionWords.restored, text: restoredText(restored.note) }
}
