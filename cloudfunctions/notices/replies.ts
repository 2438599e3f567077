import type { Notice } from '../../miniprogram/contract/notices'
import type { StoredNotice } from './repository/notices'

/** What was taken back keeps its title and says why; its words are gone for everybody. */
export const noticeOf = ({ _id, region, title, text, at, forwards, withdrawn }: StoredNotice): Notice =>
  withdrawn === ''
    ? { id: _id, region, title, text, at, forwards, withdrawn }
    : { id: _id, region, title, text: '', at, forwards: null, withdrawn }
