import { totalOf, type DistrictPage as View, type PublicOrganization } from '../../../disclosure/index.js';
import { formatFiscalYear, type FiscalYear } from '../../../kernel/fiscal-year.js';
import { Card, CardGrid, Day, EmptyState, Section, type Viewer } from '../../shared/index.js';
import { PlainText } from '../../shared/text-blocks.js';
import { GrantRows } from '../grants/grant-rows.js';
import { ProjectCards } from '../grants/project-cards.js';
import { SumsWithChart } from '../grants/sums-with-chart.js';
import { YearChoice } from './year-choice.js';

/** One district: who works there, what the town gave this year, and in the years before. */
export function DistrictPage({ viewer, view }: { viewer: Viewer; view: View }) {
  const { district, organizations, year, years, grants, byYear } = view;
  const named = formatFiscalYear(year);
  const ofYear = totalOf(byYear.filter(({ key }) => key === String(year)));
  return (
    <>
      {district.about !== '' && (
        <Section title="この校区について">
          <PlainText text={district.about} level={3} />
        </Section>
      )}
      <Section title="この校区の団体">
        {organizations.length === 0 ? (
          <EmptyState title="登録した団体はまだありません。">
            <p>まちづくり組織が登録されると、ここに載ります。</p>
          </EmptyState>
        ) : (
          <CardGrid>
            {organizations.map((organization) => (
              <OrganizationCard viewer={viewer} organization={organization} key={organization.id} />
            ))}
          </CardGrid>
        )}
      </Section>
      <ProjectCards
        viewer={viewer}
        title={`${named}の取り組み`}
        grants={grants}
        showOrganization={organizations.length > 1}
      />
      <Section title={`${named}の交付`}>
        <YearChoice action={viewer.url(`districts/${district.id}`)} year={year} years={years} />
        {grants.length === 0 ? (
          <EmptyState title={`${named}の交付はまだありません。`}>
            <p>交付決定通知書を出した補助金から、ここに載ります。</p>
          </EmptyState>
        ) : (
          <GrantRows
            viewer={viewer}
            caption={`${named}の交付`}
            rows={grants}
            showing={organizations.length > 1 ? ['organization'] : []}
            totals={ofYear}
          />
        )}
      </Section>
      {byYear.length > 0 && (
        <Section title="これまでの年度">
          <SumsWithChart
            title="年度ごとの交付額"
            heading="年度"
            sums={byYear}
            nameOf={({ key }) => formatFiscalYear(Number(key) as FiscalYear)}
            href={({ key }) => viewer.url(`districts/${district.id}`, { year: key })}
          />
        </Section>
      )}
    </>
  );
}

const OrganizationCard = ({ viewer, organization }: { viewer: Viewer; organization: PublicOrganization }) => {
  const { id, name, wards, registeredOn } = organization;
  return (
    <Card>
      <h3 class="card-title">
        <a href={viewer.url(`organizations/${id}`)}>{name}</a>
      </h3>
      <p>構成する行政区：{String(wards.length)}区</p>
      {registeredOn && (
        <p class="hint">
          登録：
          <Day date={registeredOn} />
        </p>
      )}
    </Card>
  );
};
