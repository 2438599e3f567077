import type { RegionCode } from '../contract/regions'
import { regionName } from '../contract/region-names'

export const deskNoticeWords = {
  title: '通知',
  write: '写通知',
  empty: '还没有通知，写第一条吧。',
  own: '本级',
  withdrawnTag: '已撤回',
  forwarded: '转发',
  original: '原通知',
  addition: '本级补充',
  withdrawnBecause: '撤回的原因',
  forward: '转发到本级',
  withdraw: '撤回',
  withdrawTitle: '撤回这条通知',
  withdrawText: '撤回后正文不再显示，大家会看到原因。',
  withdrawPlaceholder: '例如：时间有变，以新通知为准',
  withdrawn: '已撤回，大家会看到原因。',
  close: '关上',
}

export const writeWords = {
  title: '写通知',
  headline: '标题',
  text: '正文',
  addition: '本级补充',
  additionHint: '可以不写，原文会完整带上。',
  forwardTitle: '转发通知',
  cancel: '再看看',
  original: '要转发的通知',
  textPlaceholder: '什么事、什么时候、要做什么、找谁',
  publish: '发布',
  forward: '转发',
  sure: '现在发布吗？',
  sureForward: '现在转发吗？',
  published: '已发布',
  waits: '这段文字要由上一级组织者看过才会发布，已经转交。',
  missing: '没有找到要转发的通知，它可能已经撤回。',
}

/** Who will read it. */
export const readersText = (region: RegionCode): string =>
  `${regionName(region)}的所有人都会看到，发布后可以撤回，不能改。`
