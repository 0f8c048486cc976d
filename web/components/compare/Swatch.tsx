/** A piece of a plan's line, as the picture draws it. */
export const Swatch = ({ nth }: { nth: number }) => (
  <svg className="chart compared-swatch" width="28" height="10" viewBox="0 0 28 10" aria-hidden="true">
    <path className={`chart-line chart-line-${nth + 1}`} d="M1 5H27" fill="none" />
  </svg>
)
