import { isRewritten, type Rectification, type SubmittedContent } from '../../applications/index.js';
import { Section } from './structure.js';
import { DataTable } from './tables.js';
import { Moment } from './values.js';

interface RectificationsProps {
  readonly rectifications: readonly Rectification[];
  /** As it reads now. */
  readonly content: SubmittedContent;
  /** Where the content stands as it was sent. */
  readonly sentHref: string;
}

/** 職権訂正, each with before and after, why and by whom; nothing where there was none. */
export function Rectifications({ rectifications, content, sentHref }: RectificationsProps) {
  if (rectifications.length === 0) return null;
  const newest = new Map(rectifications.map((each) => [each.pointer, each]));
  const rewritten = [...newest.values()].filter((each) => isRewritten(content, each));
  return (
    <Section title="担当課が職権で訂正したところ">
      <DataTable
        caption="職権で訂正したところ"
        captionHidden
        cards
        empty=""
        rows={rectifications}
        columns={[
          { label: '欄', cell: ({ label }) => label },
          { label: '訂正前', cell: ({ before }) => <Words text={before} /> },
          {
            label: '訂正後',
            cell: (each) => (
              <>
                <Words text={each.after} />
                {rewritten.includes(each) && <p class="hint">その後、団体が書き直しました。</p>}
              </>
            ),
          },
          { label: '理由', cell: ({ reason }) => <Words text={reason} /> },
          {
            label: '訂正した人',
            cell: ({ rectifiedBy, rectifiedAt }) => (
              <>
                {rectifiedBy}{' '}
                <span class="hint">
                  <Moment at={rectifiedAt} />
                </span>
              </>
            ),
          },
        ]}
      />
      <p>
        {rewritten.length === 0 && 'いまの内容は、訂正したあとのものです。'}
        <a href={sentHref}>提出時の内容を見る</a>
      </p>
    </Section>
  );
}

const Words = ({ text }: { text: string }) => <span class="prose">{text === '' ? '（なし）' : text}</span>;
