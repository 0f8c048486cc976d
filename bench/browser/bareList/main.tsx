/**
 * The least that React can do for the same change: a list of 200 rows, edited in place, a slider, and as many cells
 * beside it that change along. No rules, no undo, nothing saved, no style.
 *   ?edit=3&tick=9   how many cells a change of an amount, and of the slider, changes beside its own
 */
import { memo, useState, type KeyboardEvent } from 'react'
import { createRoot } from 'react-dom/client'

interface Row {
  id: number
  name: string
  due_date: string
  category: string
  amount_cents: number
}

const asked = new URLSearchParams(location.search)
const cellsOf = (change: 'edit' | 'tick'): number[] => Array.from({ length: Number(asked.get(change)) }, (_, index) => index)

const listed: Row[] = Array.from({ length: 200 }, (_, index) => ({
  id: index,
  name: `Bill number ${index + 1}`,
  due_date: 'Jul 15',
  category: 'Home',
  amount_cents: 1_000 + 137 * index,
}))

function List() {
  const [rows, setRows] = useState(listed)
  const [percent, setPercent] = useState(10)
  const total = rows.reduce((sum, row) => sum + row.amount_cents, 0)
  return (
    <>
      {cellsOf('edit').map((index) => (
        <p key={index}>{total + index}</p>
      ))}
      <input type="range" min={0} max={100} value={percent} onChange={(event) => setPercent(event.currentTarget.valueAsNumber)} />
      {cellsOf('tick').map((index) => (
        <p key={index}>{percent + index}</p>
      ))}
      <table>
        <tbody>
          {rows.map((row) => (
            <ListRow key={row.id} row={row} setRows={setRows} />
          ))}
        </tbody>
      </table>
    </>
  )
}

const ListRow = memo(function ListRow({ row, setRows }: { row: Row; setRows: (change: (rows: Row[]) => Row[]) => void }) {
  const [isEdited, setIsEdited] = useState(false)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    const cell = event.currentTarget
    if (isEdited) {
      const amount_cents = Number(cell.querySelector('input')!.value) * 100
      setRows((rows) => rows.map((other) => (other.id === row.id ? { ...other, amount_cents } : other)))
      cell.closest('tr')!.nextElementSibling!.querySelector<HTMLElement>('[data-cell]')!.focus()
    }
    setIsEdited(!isEdited)
  }
  return (
    <tr>
      <td>{row.name}</td>
      <td>{row.due_date}</td>
      <td>{row.category}</td>
      <td data-cell="amount_cents" tabIndex={-1} onKeyDown={onKeyDown}>
        {isEdited ? (
          <input autoFocus defaultValue={row.amount_cents / 100} onFocus={(event) => event.currentTarget.select()} />
        ) : (
          (row.amount_cents / 100).toFixed(2)
        )}
      </td>
    </tr>
  )
})

createRoot(document.getElementById('root')!).render(<List />)
