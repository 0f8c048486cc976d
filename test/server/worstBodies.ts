/** Bodies of the size a request may have that are wrong in as many ways as they have room for. */
import { methodAndPath } from '../../core/contract/paths.ts'

const fields = (count: number, name: string): string => Array.from({ length: count }, (_, index) => `"${name}${index}":0`).join(',')
const listOf = (count: number, one: string): string => `[${Array.from({ length: count }, () => one).join(',')}]`
const nested = (open: string, close: string, depth: number): string => open.repeat(depth) + close.repeat(depth)
const ofBills = (bills: string): string => `{"bills":${bills},"allocations":[]}`
const withSchedule = (members: string): string =>
  ofBills(`[{"name":"x","amount_cents":1,"due_date":"2026-01-01","schedule":{"every":1,"unit":"day",${members}}}]`)

/** By what they are, as JSON. */
export const wrongBodies = (): Record<string, string> => ({
  'lists in lists': nested('[', ']', 1_000_000),
  'lists that are not closed': nested('[', '', 2_000_000),
  'objects in objects': `${'{"a":'.repeat(300_000)}1${'}'.repeat(300_000)}`,
  'fields that nobody knows': `{${fields(120_000, 'field_')}}`,
  'rows of fields that nobody knows': ofBills(listOf(2_000, `{${fields(60, 'field_')}}`)),
  'rows of nothing': ofBills(listOf(690_000, '{}')),
  'rows of wrong values': ofBills(
    listOf(2_000, `{"name":5,"amount_cents":"x","due_date":"y","category":5,"predicted":6,"schedule":7,"settled":8,"evidence":9}`),
  ),
  'dates that are none': withSchedule(`"amounts":{${fields(100_000, 'date ')}}`),
  'too many dates': withSchedule(`"skip":${listOf(150_000, '"2026-01-01"')}`),
  'one long text': JSON.stringify({ name: 'x'.repeat(2_000_000), bills: [], allocations: [] }),
  'edits of no kind': `{"type":"batch","edits":${listOf(90_000, '{"type":"x"}')}}`,
  'edits of dates that are none': `{"type":"batch","edits":${listOf(
    8,
    `{"type":"set_dates","collection":"bills","id":"00000001-0000-4000-8000-000000000000","dates":{${fields(15_000, 'd')}}}`,
  )}}`,
  'edits in edits': `${'{"type":"batch","edits":['.repeat(70_000)}${']}'.repeat(70_000)}`,
})

/** What takes a body, of a plan with that id. */
export function takingBodies(id: string): [method: string, path: string][] {
  const row = '00000001-0000-4000-8000-000000000000'
  const names = ['createScenario', 'putScenario', 'patchScenario', 'putBill', 'editScenario', 'mergeScenario', 'signIn'] as const
  return names.map((name) => {
    const { method, path } = methodAndPath(name)
    return [method, path.replace(':id', id).replace(':rowId', row)]
  })
}
