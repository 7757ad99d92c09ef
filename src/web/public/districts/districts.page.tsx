import { totalOf, type DistrictInBrief, type DistrictsPage as View } from '../../../disclosure/index.js';
import { formatFiscalYear } from '../../../kernel/fiscal-year.js';
import { DataTable, EmptyState, Money, Section, type Viewer } from '../../shared/index.js';
import { SumsWithChart } from '../grants/sums-with-chart.js';
import { YearChoice } from './year-choice.js';

/** Every district with its organisations and what the year brought it. */
export function DistrictsPage({ viewer, view: { year, years, districts } }: { viewer: Viewer; view: View }) {
  if (districts.length === 0) {
    return (
      <EmptyState title="校区はまだ登録されていません。">
        <p>校区が登録されると、ここに並びます。</p>
      </EmptyState>
    );
  }
  const sums = districts.map(({ district, grants, granted, paid, paidBack }) => ({
    ...{ key: district.id, name: district.name, grants, granted, paid, paidBack },
  }));
  const all = totalOf(sums);
  return (
    <>
      <YearChoice action={viewer.url('districts')} year={year} years={years} />
      <Section title={`${formatFiscalYear(year)}の校区`}>
        <DataTable
          caption="校区の一覧"
          captionHidden
          cards
          empty="校区はありません。"
          rows={districts}
          columns={[
            {
              label: '校区',
              tight: true,
              cell: ({ district }) => (
                <a href={viewer.url(`districts/${district.id}`, { year: String(year) })}>{district.name}</a>
              ),
            },
            { label: '団体', cell: (each) => <Organizations viewer={viewer} district={each} /> },
            { label: '交付', align: 'end', tight: true, cell: ({ grants }) => `${String(grants)}件` },
            { label: '交付額', align: 'end', tight: true, cell: ({ granted }) => <Money yen={granted} /> },
          ]}
          totals={['合計', '', `${String(all.grants)}件`, <Money yen={all.granted} strong />]}
        />
      </Section>
      {all.grants > 0 && (
        <Section title="図で見る">
          <SumsWithChart title={`${formatFiscalYear(year)}の校区ごとの交付額`} heading="校区" sums={sums} />
        </Section>
      )}
    </>
  );
}

function Organizations({ viewer, district }: { viewer: Viewer; district: DistrictInBrief }) {
  const { organizations } = district;
  if (organizations.length === 0) return <span class="hint">登録した団体はまだありません</span>;
  return (
    <ul class="plain-list">
      {organizations.map(({ id, name }) => (
        <li key={id}>
          <a href={viewer.url(`organizations/${id}`)}>{name}</a>
        </li>
      ))}
    </ul>
  );
}
