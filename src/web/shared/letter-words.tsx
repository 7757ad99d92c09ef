import {
  printedLetter,
  type IssuedLetter,
  type LetterBlock,
  type LetterState,
  type LetterView,
} from '../../notices/index.js';
import { StatusTag, type Tone } from './feedback.js';
import { CheckAnswers } from './lists.js';
import { DataTable } from './tables.js';

interface StateWords {
  readonly label: string;
  readonly tone: Tone;
}

const LETTER_STATE: Readonly<Record<LetterState, StateWords>> = {
  issued: { label: '作成中', tone: 'info' },
  drawn: { label: '作成済み', tone: 'success' },
  failed: { label: '作成できず', tone: 'danger' },
  void: { label: '欠番', tone: 'neutral' },
};

/** Where a letter stands on its way to its recipient. */
export function LetterStateTag({ letter }: { letter: IssuedLetter }) {
  const { label, tone } = stateOf(letter);
  return <StatusTag tone={tone}>{label}</StatusTag>;
}

function stateOf(letter: IssuedLetter): StateWords {
  if (letter.state !== 'drawn' || letter.number === null) return LETTER_STATE[letter.state];
  if (letter.scheduled) return { label: '施行予定', tone: 'info' };
  if (letter.delivery === 'electronic') {
    return letter.openedAt ? { label: '開封済み', tone: 'success' } : { label: '交付済み・未開封', tone: 'info' };
  }
  return letter.dispatchedOn ? { label: '発送済み', tone: 'success' } : { label: '発送待ち', tone: 'warning' };
}

export const DELIVERY_LABEL = { electronic: '電子', paper: '紙' } as const;

/** The words of a letter as a page, for reading without a PDF viewer; what counts is the PDF. */
export function LetterText({ view }: { view: LetterView }) {
  const printed = printedLetter(view.letter, view.number, view.issuedOn);
  return (
    <article class="letter" aria-label={printed.title} lang="ja">
      <p class="letter-reference">
        {printed.number && (
          <>
            {printed.number}
            <br />
          </>
        )}
        {printed.date}
      </p>
      <p class="letter-addressee">
        {printed.addressee.organization && (
          <>
            {printed.addressee.organization}
            <br />
          </>
        )}
        {printed.addressee.person} {printed.addressee.honorific}
      </p>
      <p class="letter-sender">
        {[...printed.sender.lines, `${printed.sender.title} ${printed.sender.name}`].map((line) => (
          <span class="letter-line" key={line}>
            {line}
          </span>
        ))}
      </p>
      <h2 class="letter-title">
        {printed.title}
        {printed.titleNote && `（${printed.titleNote}）`}
      </h2>
      {printed.blocks.map((block, index) => (
        <Block block={block} key={index} />
      ))}
      {printed.contact && (
        <p class="letter-contact">
          {[printed.contact.heading, ...printed.contact.lines].map((line) => (
            <span class="letter-line" key={line}>
              {line}
            </span>
          ))}
        </p>
      )}
    </article>
  );
}

function Block({ block }: { block: Exclude<LetterBlock, { kind: 'working' }> }) {
  switch (block.kind) {
    case 'paragraph':
      return <p>{block.text}</p>;
    case 'keki':
      return <p class="letter-keki">記</p>;
    case 'end':
      return <p class="letter-end">以上</p>;
    case 'heading':
      return <h3>{block.text}</h3>;
    case 'annex':
      return <h3>{block.title}</h3>;
    case 'slip':
      return (
        <>
          <CheckAnswers answers={block.rows.map(({ label, text }) => ({ label, value: text }))} />
          <p class="hint">
            用紙は{block.parts.map(({ name }) => name).join('・')}の{String(block.parts.length)}
            枚つづりです。PDFを印刷し、切り離さずに金融機関の窓口に出してください。
          </p>
        </>
      );
    case 'items':
      return <Items items={block.items} />;
    case 'table':
      return (
        <DataTable
          caption={block.caption || '表'}
          captionHidden={block.caption === ''}
          cards
          empty="行はありません。"
          rows={block.rows}
          columns={block.columns.map((column, index) => ({
            label: column.label,
            align: column.align === 'end' ? 'end' : 'start',
            cell: (row: readonly string[]) => row[index] ?? '',
          }))}
          {...(block.totals && { totals: block.totals })}
        />
      );
  }
}

function Items({ items }: { items: Extract<LetterBlock, { kind: 'items' }>['items'] }) {
  return (
    <ol class="letter-items">
      {items.map((item) => (
        <li key={item.label + item.text}>
          {item.label && <span class="letter-label">{item.label}</span>} {item.text}
          {item.points && (
            <ol>
              {item.points.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ol>
          )}
        </li>
      ))}
    </ol>
  );
}
