import { nameOfGrant, type ListedGrant } from '../../../disclosure/index.js';
import { formatFiscalYear } from '../../../kernel/fiscal-year.js';
import { Card, CardGrid, Money, Section, type Viewer } from '../../shared/index.js';
import { GrantState } from './grant-rows.js';
import { inShort } from './in-short.js';

interface ProjectCardsProps {
  readonly viewer: Viewer;
  readonly title: string;
  readonly grants: readonly ListedGrant[];
  /** The page is not of one organisation alone. */
  readonly showOrganization: boolean;
}

/** So many are seen at a glance; the list names them all. */
const MOST = 12;

/** What organisations set out to do and what came of it, in their own words, with a picture where they agreed to one. */
export function ProjectCards({ viewer, title, grants, showOrganization }: ProjectCardsProps) {
  const projects = grants.filter(({ aim, results, photograph }) => aim !== null || results.length > 0 || photograph);
  if (projects.length === 0) return null;
  return (
    <Section title={title}>
      <CardGrid>
        {projects.slice(0, MOST).map((grant) => (
          <ProjectCard viewer={viewer} grant={grant} showOrganization={showOrganization} key={grant.id} />
        ))}
      </CardGrid>
      {projects.length > MOST && <p>{`ほかの${String(projects.length - MOST)}件は、下の一覧から見られます。`}</p>}
    </Section>
  );
}

function ProjectCard({ viewer, grant, showOrganization }: Omit<ProjectCardsProps, 'title' | 'grants'> & One) {
  const { id, fiscalYear, organizationName, aim, results, photograph, direction, amountInForce, state } = grant;
  const lines = [...(aim === null ? [] : [aim]), ...results];
  return (
    <Card>
      <h3 class="card-title">
        <a href={viewer.url(`grants/${id}`)}>{nameOfGrant(grant)}</a>
      </h3>
      <p class="hint">
        {formatFiscalYear(fiscalYear)}　{showOrganization && `${organizationName}　`}
        <GrantState state={state} />
      </p>
      {photograph && (
        <div class="photo-grid">
          <figure>
            <img
              src={viewer.url(`grants/${id}/photographs/${photograph.sha256}`)}
              alt={photograph.caption === '' ? `${nameOfGrant(grant)}の写真` : photograph.caption}
              loading="lazy"
            />
          </figure>
        </div>
      )}
      {lines.map(({ question, label, text }) => (
        <p key={question}>
          <strong>{label}</strong>
          <br />
          {inShort(text)}
        </p>
      ))}
      <p>
        {direction !== null && (
          <>
            <strong>今後の方向性：{direction}</strong>　
          </>
        )}
        補助金 <Money yen={amountInForce} />
      </p>
      {results.length === 0 && <p class="hint">結果は、実績報告のあとに載ります。</p>}
    </Card>
  );
}

interface One {
  readonly grant: ListedGrant;
}
