import type { ComponentChildren } from 'preact';

/** One part of a bar; the parts lie over one another from the left, the longest behind. */
interface BarPart {
  readonly value: number;
  readonly kind: 'whole' | 'part' | 'done';
}

export interface Bar {
  readonly label: string;
  readonly parts: readonly BarPart[];
}

interface BarChartProps {
  /** What is shown, for those who do not see it; the figures stand in the table beside it. */
  readonly label: string;
  readonly bars: readonly Bar[];
  readonly legend: readonly { readonly kind: BarPart['kind']; readonly text: string }[];
}

const WIDTH = 1000;
const HEIGHT = 22;

/** Bars as SVG, drawn without scripts and printed as they stand. It repeats a table, and is read out as one picture. */
export function BarChart({ label, bars, legend }: BarChartProps) {
  const longest = Math.max(1, ...bars.flatMap(({ parts }) => parts.map(({ value }) => value)));
  return (
    <figure class="chart">
      <div class="chart-bars" role="img" aria-label={label}>
        {bars.map((bar) => (
          <div class="chart-row" key={bar.label}>
            <span class="chart-label">{bar.label}</span>
            <svg viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`} preserveAspectRatio="none" aria-hidden="true">
              {bar.parts.map(({ value, kind }) => (
                <rect
                  class={`chart-${kind}`}
                  width={Math.max(value > 0 ? 2 : 0, Math.round((WIDTH * value) / longest))}
                  height={HEIGHT}
                  key={kind}
                />
              ))}
            </svg>
          </div>
        ))}
      </div>
      <Legend>
        {legend.map(({ kind, text }) => (
          <li key={kind}>
            <svg class="chart-key" viewBox="0 0 1 1" aria-hidden="true">
              <rect class={`chart-${kind}`} width="1" height="1" />
            </svg>
            {text}
          </li>
        ))}
      </Legend>
    </figure>
  );
}

const Legend = ({ children }: { children: ComponentChildren }) => (
  <figcaption>
    <ul class="chart-legend">{children}</ul>
  </figcaption>
);
