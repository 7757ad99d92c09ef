import { LATER_GROUND_LABELS, type NamedCarry } from '../../../closing/index.js';
import { DataTable, Money, Section, type Viewer } from '../../shared/index.js';
import { lineInWords } from '../../shared/line-correction-words.js';

interface CarriesPageProps {
  readonly viewer: Viewer;
  readonly waiting: readonly NamedCarry[];
  readonly done: readonly NamedCarry[];
}

/** What waits for the treasury, and what was done. */
export const CarriesPage = ({ viewer, waiting, done }: CarriesPageProps) => (
  <>
    <Section title={`確認を待つもの（${String(waiting.length)}件）`}>
      <Carries
        viewer={viewer}
        carries={waiting}
        empty="確認を待つ翌年度への繰越しはありません。担当課が求めると、ここに並びます。"
      />
    </Section>
    <Section title="繰り越したもの">
      <Carries viewer={viewer} carries={done} empty="繰り越したものは、まだありません。" />
    </Section>
  </>
);

interface CarriesProps {
  readonly viewer: Viewer;
  readonly carries: readonly NamedCarry[];
  readonly empty: string;
}

const Carries = ({ viewer, carries, empty }: CarriesProps) => (
  <DataTable
    caption="翌年度への繰越し"
    captionHidden
    cards
    empty={empty}
    rows={carries}
    columns={[
      {
        label: '団体',
        cell: ({ id, grant }) => <a href={viewer.url(`treasury/carries/${id}`)}>{grant.organizationName}</a>,
      },
      { label: '種類', cell: ({ ground }) => LATER_GROUND_LABELS[ground] },
      { label: '繰越先', cell: ({ toLine }) => lineInWords(toLine) },
      { label: '求めた人', tight: true, cell: ({ orderedByName }) => orderedByName },
      { label: '額', align: 'end', tight: true, cell: ({ amount }) => <Money yen={amount} /> },
    ]}
  />
);
