import { totalOf, type PublicOrganizationPage as View } from '../../../disclosure/index.js';
import { formatFiscalYear, type FiscalYear } from '../../../kernel/fiscal-year.js';
import { CheckAnswers, Day, EmptyState, Prose, Section, type Viewer } from '../../shared/index.js';
import { PlainText } from '../../shared/text-blocks.js';
import { districtTitle } from '../../shared/district-words.js';
import { GrantRows } from '../grants/grant-rows.js';
import { ProjectCards } from '../grants/project-cards.js';
import { SumsWithChart } from '../grants/sums-with-chart.js';

/** One organisation: where it works, since when, and everything that the town granted it. */
export function OrganizationPage({ viewer, view }: { viewer: Viewer; view: View }) {
  const { organization, aboutDistrict, grants, byYear } = view;
  const { districtId, districtName, wards, registeredOn, introduction } = organization;
  return (
    <>
      <Section title="どんな団体か">
        {introduction === '' ? (
          <p>
            {districtTitle(districtName)}の住民が、地域のことを自分たちで話し合い、取り組むための団体です。
            {wards.length > 0 && `${String(wards.length)}区の行政区が力を合わせています。`}
          </p>
        ) : (
          <Prose text={introduction} />
        )}
        {aboutDistrict !== '' && (
          <Section title={`${districtTitle(districtName)}について`} level={3}>
            <PlainText text={aboutDistrict} level={3} />
          </Section>
        )}
        <CheckAnswers
          answers={[
            { label: '校区', value: <a href={viewer.url(`districts/${districtId}`)}>{districtName}</a> },
            {
              label: `行政区（${String(wards.length)}区）`,
              value: wards.length === 0 ? '登録はまだありません' : wards.join('、'),
            },
            { label: '登録した日', value: <Day date={registeredOn} western /> },
          ]}
        />
      </Section>
      <ProjectCards viewer={viewer} title="これまでの取り組み" grants={grants} showOrganization={false} />
      <Section title="交付された補助金">
        {grants.length === 0 ? (
          <EmptyState title="交付された補助金はまだありません。">
            <p>交付決定通知書を出した補助金から、ここに載ります。</p>
          </EmptyState>
        ) : (
          <GrantRows
            viewer={viewer}
            caption="交付された補助金"
            rows={grants}
            showing={['year']}
            totals={totalOf(byYear)}
          />
        )}
      </Section>
      {byYear.length > 1 && (
        <Section title="年度ごとの移り変わり">
          <SumsWithChart
            title="年度ごとの交付額"
            heading="年度"
            sums={byYear}
            nameOf={({ key }) => formatFiscalYear(Number(key) as FiscalYear)}
          />
        </Section>
      )}
    </>
  );
}
