import type { Rectification } from '../../applications/index.js';
import { Section } from './structure.js';
import { DataTable } from './tables.js';
import { Moment } from './values.js';

interface RectificationsProps {
  readonly rectifications: readonly Rectification[];
  /** Where the content stands as it was sent. */
  readonly sentHref: string;
}

/** 職権訂正, each with before and after, why and by whom; nothing where there was none. */
export function Rectifications({ rectifications, sentHref }: RectificationsProps) {
  if (rectifications.length === 0) return null;
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
          { label: '訂正後', cell: ({ after }) => <Words text={after} /> },
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
        下の内容は、訂正したあとのものです。<a href={sentHref}>提出時の内容を見る</a>
      </p>
    </Section>
  );
}

const Words = ({ text }: { text: string }) => <span class="prose">{text === '' ? '（なし）' : text}</span>;
