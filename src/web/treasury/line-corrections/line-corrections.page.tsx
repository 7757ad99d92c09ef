import type { NamedCorrection } from '../../../closing/index.js';
import { DataTable, Money, Section, type Viewer } from '../../shared/index.js';
import { lineInWords } from '../../shared/line-correction-words.js';

interface LineCorrectionsProps {
  readonly viewer: Viewer;
  readonly waiting: readonly NamedCorrection[];
  readonly done: readonly NamedCorrection[];
}

/** What waits for the treasury, and what was done. */
export const LineCorrectionsPage = ({ viewer, waiting, done }: LineCorrectionsProps) => (
  <>
    <Section title={`確認を待つもの（${String(waiting.length)}件）`}>
      <Corrections
        viewer={viewer}
        corrections={waiting}
        empty="確認を待つ科目更正はありません。担当課が求めると、ここに並びます。"
      />
    </Section>
    <Section title="更正したもの">
      <Corrections viewer={viewer} corrections={done} empty="更正したものは、まだありません。" />
    </Section>
  </>
);

interface CorrectionsProps {
  readonly viewer: Viewer;
  readonly corrections: readonly NamedCorrection[];
  readonly empty: string;
}

const Corrections = ({ viewer, corrections, empty }: CorrectionsProps) => (
  <DataTable
    caption="科目更正"
    captionHidden
    cards
    empty={empty}
    rows={corrections}
    columns={[
      {
        label: '団体',
        cell: ({ id, grant }) => <a href={viewer.url(`treasury/line-corrections/${id}`)}>{grant.organizationName}</a>,
      },
      { label: '元の科目', cell: ({ fromLine }) => lineInWords(fromLine) },
      { label: '正しい科目', cell: ({ toLine }) => lineInWords(toLine) },
      { label: '求めた人', tight: true, cell: ({ orderedByName }) => orderedByName },
      { label: '支払済みの額', align: 'end', tight: true, cell: ({ amount }) => <Money yen={amount} /> },
    ]}
  />
);
