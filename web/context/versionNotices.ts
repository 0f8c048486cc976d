/**
 * Notices that this page is of another version than its server, or than another tab. They are said with what is here: nothing more
 * can be fetched then.
 */
import type { OtherVersion } from '../services/requests.ts'
import { say } from '../words/say.ts'
import type { Notice } from './planning.ts'

type Text = Omit<Notice, 'id'>

const reload = (): Notice['action'] => ({ label: say('common.reload'), run: () => location.reload() })

/** The page and its server don't go together; what is not stored yet is held on this device. */
export const noticeOfVersion = (is: OtherVersion): Text => ({ tone: 'warning', text: say('common.server_is', { is }), action: reload()! })

/** Another tab has brought the browser's database to a newer version. */
export const noticeOfNewerTab = (): Text => ({ tone: 'warning', text: say('common.newer_tab'), action: reload()! })

/** Another tab holds the browser's database at an older version. */
export const noticeOfOlderTab = (): Text => ({ tone: 'warning', text: say('common.older_tab') })
