import type { BatchReading, ReadRecord } from '../../payments/index.js';
import { groupDigits } from '../../kernel/yen.js';
import { CheckAnswers, DataTable, Details, Money, Notice, Section, type Viewer } from '../shared/index.js';
import { Digest } from '../shared/digest.js';
import { TransferKana } from '../shared/transfer-kana.js';

interface BatchReadingPageProps {
  readonly viewer: Viewer;
  readonly view: BatchReading;
}

const RECORD_NAME: Readonly<Record<ReadRecord['kind'], string>> = {
  header: 'ヘッダー',
  data: 'データ',
  trailer: 'トレーラー',
  end: 'エンド',
  unknown: '読み取れない記録',
};

const LINE_END = { crlf: 'CRLF（各記録のあと）', none: 'なし', mixed: '混在（誤り）' } as const;

/** The file of a batch as the bank's machine reads it: each record, each field, by its columns. */
export function BatchReadingPage({ viewer, view }: BatchReadingPageProps) {
  const { batch, sheet, records, page, pages } = view;
  if (!sheet) {
    return (
      <Notice tone="warning" title="いまの内容では、振込データを作れません">
        <p>銀行が受け付けない内容を直してください。上に1件ずつ示しています。</p>
      </Notice>
    );
  }
  const data = records.filter(({ kind }) => kind === 'data');
  const others = records.filter(({ kind }) => kind !== 'data');
  return (
    <>
      {batch.file === null && (
        <Notice tone="info" title="試しに作った内容です">
          <p>まだ銀行に渡すファイルではありません。承認すると、このとおりのファイルができます。</p>
        </Notice>
      )}
      <Section title="ファイルの形">
        <CheckAnswers
          answers={[
            { label: '件数', value: `${groupDigits(sheet.count)}件` },
            { label: '合計金額', value: <Money yen={sheet.total} strong /> },
            { label: '記録の数', value: `${groupDigits(sheet.shape.records)}（1件120バイト）` },
            { label: '大きさ', value: `${groupDigits(sheet.shape.bytes)}バイト` },
            { label: '改行', value: LINE_END[sheet.shape.lineEnd] },
            { label: '終端（1A）', value: sheet.shape.endOfFile ? 'あり' : 'なし' },
            { label: '照合コード（SHA-256）', value: <Digest sha256={sheet.sha256} /> },
          ]}
        />
      </Section>
      <Section title="データの記録">
        {data.map((record) => (
          <RecordDetails record={record} key={record.number} />
        ))}
        {pages > 1 && <Pages viewer={viewer} path={`treasury/batches/${batch.id}/reading`} page={page} pages={pages} />}
      </Section>
      <Section title="そのほかの記録">
        {others.map((record) => (
          <RecordDetails record={record} key={record.number} />
        ))}
      </Section>
    </>
  );
}

const fieldOf = ({ fields }: ReadRecord, label: string): string =>
  fields.find((field) => field.label === label)?.text.trim() ?? '';

function titleOf(record: ReadRecord): string {
  const name = `${String(record.number)}　${RECORD_NAME[record.kind]}`;
  if (record.kind !== 'data') return name;
  const amount = fieldOf(record, '振込金額');
  const yen = /^\d+$/.test(amount) ? groupDigits(BigInt(amount)) : amount;
  return `${name}　${fieldOf(record, '受取人名')}　${yen}円`;
}

const RecordDetails = ({ record }: { record: ReadRecord }) => (
  <Details summary={titleOf(record)}>
    <DataTable
      caption={`${String(record.number)}番目の記録`}
      captionHidden
      cards
      empty="この記録は読み取れません。"
      rows={record.fields}
      columns={[
        { label: '桁', tight: true, cell: ({ first, last }) => `${String(first)}–${String(last)}` },
        { label: '項目', heading: true, tight: true, cell: ({ label }) => label },
        { label: '銀行が読む値', cell: ({ text }) => <Raw text={text} /> },
      ]}
    />
  </Details>
);

/** Blanks at the end are counted instead of shown. */
function Raw({ text }: { text: string }) {
  const kept = text.trimEnd();
  const blanks = text.length - kept.length;
  return (
    <>
      {kept !== '' && <TransferKana text={kept} />}
      {blanks > 0 && (
        <span class="hint">
          {kept === '' ? '' : '　'}空白{blanks}
        </span>
      )}
    </>
  );
}

function Pages({ viewer, path, page, pages }: { viewer: Viewer; path: string; page: number; pages: number }) {
  const link = (to: number, words: string) => <a href={viewer.url(path, { page: String(to) })}>{words}</a>;
  return (
    <p>
      {page > 1 && link(page - 1, '前の50件')} {page}／{pages} {page < pages && link(page + 1, '次の50件')}
    </p>
  );
}
