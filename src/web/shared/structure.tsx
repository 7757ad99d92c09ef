import type { ComponentChildren } from 'preact';

/** A part of a page under its own heading. */
export function Section(props: {
  title: string;
  id?: string | undefined;
  level?: 2 | 3 | undefined;
  actions?: ComponentChildren | undefined;
  children: ComponentChildren;
}) {
  const Heading = props.level === 3 ? 'h3' : 'h2';
  return (
    <section class="section" id={props.id}>
      <div class="section-head">
        <Heading>{props.title}</Heading>
        {props.actions}
      </div>
      {props.children}
    </section>
  );
}

interface CardProps {
  readonly title?: string | undefined;
  readonly level?: 2 | 3 | undefined;
  readonly children: ComponentChildren;
}

export function Card({ title, level = 3, children }: CardProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div class="card">
      {title && <Heading class="card-title">{title}</Heading>}
      {children}
    </div>
  );
}

export const CardGrid = ({ children }: { children: ComponentChildren }) => <div class="card-grid">{children}</div>;

/** Two columns that work together, e.g. the application and its checklist; the aside stays in view while reading. */
export function Columns({
  main,
  aside,
  asideLabel,
}: {
  main: ComponentChildren;
  aside: ComponentChildren;
  asideLabel: string;
}) {
  return (
    <div class="columns">
      <div class="columns-main">{main}</div>
      <aside class="columns-aside" aria-label={asideLabel} tabIndex={0}>
        {aside}
      </aside>
    </div>
  );
}

/** More to read for those who want it; opens without scripts. */
export function Details({
  summary,
  open = false,
  children,
}: {
  summary: string;
  open?: boolean | undefined;
  children: ComponentChildren;
}) {
  return (
    <details class="details" open={open}>
      <summary>{summary}</summary>
      <div class="details-body">{children}</div>
    </details>
  );
}

/** One number that matters, e.g. what is left of a budget line. */
export function Figure({
  label,
  children,
  note,
}: {
  label: string;
  children: ComponentChildren;
  note?: string | undefined;
}) {
  return (
    <div class="figure">
      <p class="figure-label">{label}</p>
      <p class="figure-value">{children}</p>
      {note && <p class="figure-note">{note}</p>}
    </div>
  );
}

/** Worked out from what is typed on this page: with scripts it is read anew from there after each save. */
export const Refreshed = ({ id, from, children }: { id: string; from: string; children: ComponentChildren }) => (
  <div id={id} data-refreshed={from} aria-live="polite">
    {children}
  </div>
);

export const FigureRow = ({ children }: { children: ComponentChildren }) => <div class="figure-row">{children}</div>;

/** Links to neighbouring pages of one record, with the present one marked. */
export function SubNavigation({
  label,
  items,
}: {
  label: string;
  items: readonly { label: string; href: string; current?: boolean | undefined }[];
}) {
  return (
    <nav class="sub-navigation" aria-label={label}>
      <ul>
        {items.map((item) => (
          <li key={item.href}>
            <a href={item.href} aria-current={item.current ? 'page' : undefined}>
              {item.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
