import { useRef, useState, type DragEvent } from 'react'
import { ImportIcon } from '../../ui/toolIcons.tsx'
import { say } from '../../words/say.ts'
import { addFiles } from './importing.ts'

const kinds = '.ofx,.qfx,.qif,.csv,.tsv,.txt,.xml,.camt,.sta,.940,.942,.mt940'

/** Where the bank's files come in: dropped, or chosen. */
export function DropZone({ isFirst }: { isFirst: boolean }) {
  const field = useRef<HTMLInputElement>(null)
  const [isOver, setIsOver] = useState(false)
  const take = (files: FileList | null | undefined): void => {
    if (files && files.length > 0) void addFiles([...files])
    // The same file can be chosen again.
    if (field.current) field.current.value = ''
  }
  const onDrop = (event: DragEvent): void => {
    event.preventDefault()
    setIsOver(false)
    take(event.dataTransfer.files)
  }
  return (
    <div
      className="drop-zone"
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={onDrop}
    >
      <input
        ref={field}
        id="bank-files"
        type="file"
        multiple
        accept={kinds}
        className="peer sr-only"
        onChange={(event) => take(event.currentTarget.files)}
      />
      <label
        htmlFor="bank-files"
        className="button button-primary peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent"
      >
        <ImportIcon />
        {say(isFirst ? 'import.choose_files' : 'import.choose_more')}
      </label>
      <p className="text-quiet">{say('import.choose_files_hint')}</p>
    </div>
  )
}
