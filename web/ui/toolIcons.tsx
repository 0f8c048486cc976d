import { Icon } from './icons.tsx'

export const MoveUpIcon = () => (
  <Icon>
    <path d="M9 14V4M5 8l4-4 4 4" />
  </Icon>
)
export const MoveDownIcon = () => (
  <Icon>
    <path d="M9 4v10M5 10l4 4 4-4" />
  </Icon>
)
export const PlusIcon = () => (
  <Icon>
    <path d="M9 4v10M4 9h10" />
  </Icon>
)
export const CheckIcon = () => (
  <Icon>
    <path d="m4 9.5 3.5 3.5L14 5.5" />
  </Icon>
)
export const ImportIcon = () => (
  <Icon>
    <path d="M9 2.5v8M5.5 7.5 9 11l3.5-3.5M3 12v3h12v-3" />
  </Icon>
)
export const PreviousIcon = () => (
  <Icon>
    <path d="m11 4-5 5 5 5" />
  </Icon>
)
export const NextIcon = () => (
  <Icon>
    <path d="m7 4 5 5-5 5" />
  </Icon>
)
