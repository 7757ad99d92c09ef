import { changedWords, type Stretch } from './changed-words.js';
import type { ChangedPart } from '../../programs/index.js';
import { Section } from './structure.js';
import { DataTable } from './tables.js';

type Side = 'before' | 'after';
type Change = ChangedPart['changes'][number];

interface EditionChangesProps {
  readonly parts: readonly ChangedPart[];
  readonly level?: 2 | 3 | undefined;
}

/** Two editions beside each other, part by part: only what differs, with the words that differ marked on both sides. */
export function EditionChangesView({ parts, level }: EditionChangesProps) {
  return (
    <div class="beside">
      <p class="hint">
        <del>取消線</del>は前の版だけにある言葉、<ins>下線</ins>は新しい版だけにある言葉です。
      </p>
      {parts.map(({ part, title, changes }) => (
        <Section title={title} level={level} key={part}>
          <DataTable
            caption={`${title}の違い`}
            captionHidden
            cards
            empty=""
            rows={changes}
            columns={[
              { label: '項目', cell: ({ label }) => label },
              { label: '前の版', cell: (change) => <OneSide change={change} side="before" /> },
              { label: '新しい版', cell: (change) => <OneSide change={change} side="after" /> },
            ]}
          />
        </Section>
      ))}
    </div>
  );
}

function OneSide({ change, side }: { change: Change; side: Side }) {
  const { before, after } = change;
  const words = change[side];
  if (words === null) return <span class="hint">（なし）</span>;
  const stretches: readonly Stretch[] =
    before === null || after === null ? [{ text: words, in: side }] : changedWords(before, after);
  return (
    <span class="prose">{stretches.filter((stretch) => stretch.in === 'both' || stretch.in === side).map(Marked)}</span>
  );
}

function Marked({ text, in: where }: Stretch) {
  if (where === 'both') return <>{text}</>;
  return where === 'before' ? <del>{text}</del> : <ins>{text}</ins>;
}
