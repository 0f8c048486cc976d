import { usePlanning, planningActions } from '../../context/PlanningContext.tsx'
import { lazily } from '../../ui/lazily.tsx'
import { DownIcon, MoonIcon, RedoIcon, SunIcon, SystemIcon, UndoIcon } from '../../ui/icons.tsx'
import { PopupButton } from '../../ui/PopupButton.tsx'
import { withWords } from '../../words/rooms.ts'
import { say } from '../../words/say.ts'
import { Nav } from './Nav.tsx'
import { openDialog } from './screen.ts'
import { savedWords } from './savedWords.ts'
import { redoKeys, undoKeys, withKeys } from './shortcuts.ts'
import { useTheme } from './theme.ts'

const ScenarioMenu = lazily(() => import('./ScenarioMenu.tsx'), 'frame')
const ThemeMenu = lazily(() => import('./ThemeMenu.tsx'))

const product = { maker: 'pyNance', name: 'Planning' }

export function Header() {
  return (
    <header className="border-b border-hairline">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center min-[360px]:max-sm:flex-nowrap gap-x-2 gap-y-1 px-4 py-2 sm:px-6">
        <p className="mr-2 hidden font-semibold tracking-tight sm:block">
          <span className="text-accent">{product.maker}</span> {product.name}
        </p>
        <ScenarioSwitcher />
        <WhatIfButton />
        <div className="ml-auto flex flex-none items-center gap-0.5 sm:gap-1">
          <SavedState />
          <UndoButtons />
          <ThemeButton />
        </div>
        <Nav place="top" />
      </div>
    </header>
  )
}

function ScenarioSwitcher() {
  const name = usePlanning((planning) => planning.scenario?.name ?? null)
  const isReady = usePlanning((planning) => planning.status === 'ready')
  if (!isReady) return null
  return (
    <PopupButton
      opens="menu"
      popup={ScenarioMenu}
      className="button plan-name min-w-0 max-w-full [&>svg]:flex-none"
      title={say('common.plans_menu')}
    >
      <span className="min-w-0 max-w-[11rem] truncate sm:max-w-[22rem]">{name ?? say('common.plans')}</span>
      <DownIcon />
    </PopupButton>
  )
}

/** On a phone it is in the menu of plans. */
function WhatIfButton() {
  const hasPlan = usePlanning((planning) => planning.scenario !== null)
  if (!hasPlan) return null
  return (
    <button
      type="button"
      className="button hidden sm:inline-flex"
      title={say('common.what_if_hint')}
      onClick={(event) => openDialog('branch', event.currentTarget)}
    >
      {say('common.what_if')}
    </button>
  )
}

function UndoButtons() {
  const canUndo = usePlanning((planning) => planning.canUndo)
  const canRedo = usePlanning((planning) => planning.canRedo)
  const actions = planningActions()
  const hasPlan = usePlanning((planning) => planning.scenario !== null)
  const undo = (button: HTMLElement): void => {
    if (canUndo) void actions.undo()
    else if (hasPlan) void withWords(() => import('./noSteps.ts'), 'frame').then(({ tellNoSteps }) => tellNoSteps(button))
  }
  // aria-disabled rather than disabled: a button that has just undone the last step keeps its focus. One with nothing to undo says where
  // earlier steps are.
  return (
    <>
      <button
        type="button"
        className={`button button-icon aria-disabled:opacity-45 ${canUndo ? '' : 'opacity-45'}`}
        aria-disabled={!canUndo && !hasPlan}
        aria-label={say('common.undo')}
        title={withKeys(say('common.undo'), undoKeys())}
        onClick={({ currentTarget }) => undo(currentTarget)}
      >
        <UndoIcon />
      </button>
      <button
        type="button"
        className="button button-icon aria-disabled:opacity-45"
        aria-disabled={!canRedo}
        aria-label={say('common.redo')}
        title={canRedo ? withKeys(say('common.redo'), redoKeys()) : say('common.redo_none')}
        onClick={() => canRedo && void actions.redo()}
      >
        <RedoIcon />
      </button>
    </>
  )
}

function SavedState() {
  const hasPlan = usePlanning((planning) => planning.scenario !== null)
  const state = usePlanning((planning) => planning.saveState)
  const mode = usePlanning((planning) => planning.mode)
  const words = hasPlan ? savedWords(state, mode) : null
  const isTrouble = state.kind === 'not_stored' || state.kind === 'signed_out'
  return (
    <p role="status" className={`mr-1 text-sm ${isTrouble ? 'font-semibold text-red' : 'text-quiet'}`}>
      {words && (
        <>
          <span className="sr-only sm:not-sr-only">{words.long}</span>
          <span className="sm:hidden" aria-hidden="true">
            {words.short}
          </span>
        </>
      )}
    </p>
  )
}

function ThemeButton() {
  const theme = useTheme((state) => state.theme)
  return (
    <PopupButton
      opens="menu"
      popup={ThemeMenu}
      className="button button-icon"
      label={say('common.theme_is', { theme: say(`common.theme.${theme}`) })}
      title={say('common.theme')}
    >
      {theme === 'light' ? <SunIcon /> : theme === 'dark' ? <MoonIcon /> : <SystemIcon />}
    </PopupButton>
  )
}
