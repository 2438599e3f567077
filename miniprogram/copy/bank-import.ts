import type { ImportPreview } from '../contract/bank'
import { MOST_ROWS, type Problem, type ProblemKind } from '../contract/question-files'

export const importWords = {
  title: '从文件导入',
  note: '表格、GIFT、Moodle XML 和 QTI 2.1 都可以。有一处不对，就一道也不导入。',
  category: '没有写类别的归到',
  noCategory: '每题自己写明',
  bank: '新题放进',
  bankHint: '导入的题都要另请组织者核对，核对前不会出现在竞赛里。',
  choose: '从聊天里选文件',
  again: '换一个文件',
  reading: '正在看这个文件…',
  wrongTitle: '先改好下面这些，再导入一次',
  rightTitle: '可以导入',
  first: '开头几道',
  confirm: '导入',
  sure: '导入这些题？',
  yes: '导入',
  cancel: '再想想',
  writing: '正在导入',
  done: '都导入了',
  toBank: '去题库看看',
  nothingNew: '这些题都已经在题库里了，没有要导入的。',
}

type Said = (what: string) => string

const quote: Said = what => (what === '' ? '' : `“${what}”`)

const KINDS: Readonly<Record<string, string>> = {
  essay: '问答题',
  matching: '配对题',
  numerical: '数值题',
  'short answer': '填空题',
  shortanswer: '填空题',
  description: '只有文字、没有选项',
  cloze: '完形填空',
}

const PROBLEM_WORDS: Record<ProblemKind, Said> = {
  'file-unreadable': () => '认不出这个文件，或者太大（最多 4 MB）。请用模板另存一份再试。',
  'encoding-unknown': () => '看不懂文件的编码，请在编辑器里另存为 UTF-8 再试。',
  'entity-refused': () => '文件里有 DOCTYPE 声明，为了安全不能读，请删掉这一段。',
  'too-many-rows': what => `有 ${what} 道题，一次最多 ${MOST_ROWS} 道，请分成几个文件。`,
  'nothing-inside': () => '文件里没有找到题目。',
  syntax: what => `格式不完整，读不下去${quote(what)}。`,
  'brace-open': what => `大括号没有合上：${quote(what)}。`,
  'kind-unsupported': what => `这种题型不能用：${KINDS[what] ?? what}。只支持单选、多选和判断。`,
  'column-missing': () => '缺少这一列，请照模板补上。',
  'merged-cells': what => `单元格 ${what} 合并过，请取消合并再填。`,
  'value-missing': () => '没有填。',
  'value-unknown': what => `${quote(what)}不在可以填的值里。`,
  'value-too-long': what => `太长了，有 ${what} 个字。`,
  'control-character': () => '里面有看不见的控制字符，请重新输入。',
  'picture-inside': () => '里面的图片带不进来：只收题干里的一张图，而且图要在同一个文件里。',
  'picture-unknown': () => '题库里没有这张图片。表格和 GIFT 带不了新图，请导入以后在编辑题目时添加。',
  'picture-unreadable': () => '里面的图片打不开，只收 JPEG、PNG 或 WebP。',
  'picture-too-large': () => '里面的图片太大，一张最多 1 MB。',
  'picture-odd-size': () => '里面的图片尺寸不合适：短边至少 100 像素，长边最多 2000 像素。',
  'options-few': () => '至少要有两个选项。',
  'options-many': what => `选项有 ${what} 个，太多了。`,
  'option-twice': what => `选项${quote(what)}写了两次。`,
  'key-missing': () => '没有正确答案。',
  'key-unknown': what => `答案${quote(what)}对不上任何选项。`,
  'key-many': what => `这种题型只能有一个答案，这里有 ${what} 个。`,
  'number-wrong': what => `${quote(what)}不是要填的数字。`,
  'day-wrong': what => `${quote(what)}不是日期，请写成 2026-01-01 的样子。`,
  'id-wrong': what => `编号${quote(what)}的样子不对，新题留空就行。`,
  'id-twice': what => `编号${quote(what)}在文件里出现了两次。`,
  'category-missing': () => '没有写类别。可以在上面选一个“没有写类别的归到”。',
}

const place = ({ at, column }: Problem): string =>
  [at === 0 ? '' : `第 ${at} 行`, column === '' ? '' : `“${column}”`].join('')

/** `第 8 行“难度”：“很难”不在可以填的值里。` */
export function problemText(problem: Problem): string {
  const where = place(problem)
  const words = PROBLEM_WORDS[problem.is](problem.what)
  return where === '' ? words : `${where}：${words}`
}

export const problemsLeft = (shown: number, count: number): string =>
  count > shown ? `一共 ${count} 处，这里列出前 ${shown} 处。` : `一共 ${count} 处。`

/** What an import would do, in one line. */
export function previewText({ total, added, changed, unchanged, incomplete }: ImportPreview): string {
  const parts = [`文件里有 ${total} 道题`, `新题 ${added} 道`]
  if (changed > 0) parts.push(`已有的题出新版 ${changed} 道`)
  if (unchanged > 0) parts.push(`没有变化 ${unchanged} 道`)
  const waiting = incomplete > 0 ? `其中 ${incomplete} 道缺出处或解析，先放在“停用”里，补全以后再启用。` : ''
  return `${parts.join('，')}。${waiting}`
}

export const writtenText = (written: number, total: number): string => `${written} / ${total} 道`
