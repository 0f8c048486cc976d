import type { ReactNode } from 'react'

/** Those of the frame, which every page shows; toolIcons.tsx has those of parts that load later. */
export const Icon = ({ children }: { children: ReactNode }) => (
  <svg
    width="18"
    height="18"
    viewBox="0 0 18 18"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.6"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    {children}
  </svg>
)

export const UndoIcon = () => (
  <Icon>
    <path d="M6.5 3.5 3 7l3.5 3.5M3.5 7H11a4 4 0 0 1 0 8H8" />
  </Icon>
)
export const RedoIcon = () => (
  <Icon>
    <path d="M11.5 3.5 15 7l-3.5 3.5M14.5 7H7a4 4 0 0 0 0 8h3" />
  </Icon>
)
export const DownIcon = () => (
  <Icon>
    <path d="m5 7 4 4 4-4" />
  </Icon>
)
export const CrossIcon = () => (
  <Icon>
    <path d="m5 5 8 8M13 5l-8 8" />
  </Icon>
)
export const SunIcon = () => (
  <Icon>
    <circle cx="9" cy="9" r="3" />
    <path d="M9 1.8v1.7M9 14.5v1.7M1.8 9h1.7M14.5 9h1.7M3.9 3.9l1.2 1.2M12.9 12.9l1.2 1.2M3.9 14.1l1.2-1.2M12.9 5.1l1.2-1.2" />
  </Icon>
)
export const MoonIcon = () => (
  <Icon>
    <path d="M14.5 10.8A6 6 0 0 1 7.2 3.5a6 6 0 1 0 7.3 7.3Z" />
  </Icon>
)
export const SystemIcon = () => (
  <Icon>
    <circle cx="9" cy="9" r="6" />
    <path d="M9 3a6 6 0 0 1 0 12Z" fill="currentColor" />
  </Icon>
)
export const PlanIcon = () => (
  <Icon>
    <path d="M3 5h12M3 9h8M3 13h5" />
  </Icon>
)
export const BillsIcon = () => (
  <Icon>
    <path d="M4 2.5h10v13l-2.5-1.5L9 15.5 6.5 14 4 15.5ZM6.5 6h5M6.5 9.5h5" />
  </Icon>
)
export const CalendarIcon = () => (
  <Icon>
    <path d="M3 4.5h12v10.5H3ZM3 8h12M6 2.5v3M12 2.5v3" />
  </Icon>
)
export const BankIcon = () => (
  <Icon>
    <path d="M2.5 7 9 3l6.5 4ZM5 7v6M9 7v6M13 7v6M2.5 15.5h13" />
  </Icon>
)
export const MoreIcon = () => (
  <Icon>
    <path d="M4 9h.01M9 9h.01M14 9h.01" strokeWidth="2.6" />
  </Icon>
)
