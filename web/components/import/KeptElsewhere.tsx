import { useEffect, useState } from 'react'
import { usePlanning } from '../../context/PlanningContext.tsx'
import { bankMemory } from '../../services/bank/bankMemory.ts'
import { localOwner } from '../../services/records/records.ts'
import { say } from '../../words/say.ts'
import { whoseRecords } from '../bank/planDevice.ts'
import { openImporting } from './importing.ts'

/** What this browser has of banks with the plans of the device, told to who is signed in and has none of it yet. */
export function KeptElsewhere() {
  const scenarios = usePlanning((planning) => planning.scenarios)
  const [count, setCount] = useState(0)
  useEffect(() => {
    let isOver = false
    const look = async (): Promise<void> => {
      const { records, owner } = await whoseRecords()
      const found = owner === localOwner ? [] : await bankMemory(records, localOwner).accounts()
      if (!isOver) setCount(found.length)
    }
    void look()
    return () => void (isOver = true)
  }, [])
  if (count === 0) return null
  const bring = async (): Promise<void> => {
    const [{ bankGoesAlong }, { records, owner }] = await Promise.all([import('../../services/bank/goAlong.ts'), whoseRecords()])
    const plans = scenarios.map(({ id }) => ({ id, there_id: id }))
    await bankGoesAlong(records, { from: localOwner, to: owner }, plans)
    setCount(0)
    await openImporting()
  }
  return (
    <p className="mt-4 flex max-w-2xl flex-wrap items-center gap-x-4 gap-y-2">
      <span className="min-w-60 flex-1">{say('import.elsewhere', { count })}</span>
      <button type="button" className="button" onClick={() => void bring()}>
        {say('import.elsewhere.bring')}
      </button>
    </p>
  )
}
