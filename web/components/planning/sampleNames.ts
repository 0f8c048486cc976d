/** The sample plan is known by its name, in whichever language it was made. */
import type { Sentences } from '../../words/say.ts'

const rooms = import.meta.glob<Sentences>('../../../core/words/*/sample.ts', { query: '?words', import: 'default', eager: true })
const names = Object.values(rooms).map((room) => room['sample.plan']!({}).join(''))

/** As it is called, or with a number where there was one already. */
export const isSampleName = (name: string): boolean =>
  names.some((sample) => name === sample || (name.startsWith(`${sample} `) && /^\d{1,9}$/.test(name.slice(sample.length + 1))))
