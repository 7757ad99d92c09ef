import type { ModelProject } from '../../../applications/index.js';
import { formatFiscalYear } from '../../../kernel/fiscal-year.js';
import { Button, DataTable, Form, Hidden, Select, type Viewer } from '../../shared/index.js';
import { proposalName } from '../../shared/project-origin.js';

interface OrganizationLine {
  readonly id: string;
  readonly name: string;
}

interface ModelProjectsPageProps {
  readonly viewer: Viewer;
  readonly projects: readonly ModelProject[];
  /** Registered ones, who may carry out a proposal that came from none. */
  readonly organizations: readonly OrganizationLine[];
  readonly mayAct: boolean;
}

/** Every adopted proposal: which organisation carries it out, and what was applied for from it. */
export const ModelProjectsPage = ({ viewer, projects, organizations, mayAct }: ModelProjectsPageProps) => (
  <DataTable
    caption="採択された企画提案"
    captionHidden
    cards
    empty={{
      title: '採択された企画提案はまだありません。',
      body: <p>企画提案の採択が決まると、ここに並び、団体が申請を始められます。</p>,
    }}
    rows={projects}
    columns={[
      {
        label: '企画提案',
        cell: ({ proposal }) => (
          <>
            {proposalName(proposal)}
            <p class="hint">
              {proposal.callTitle}　{proposal.fieldLabel}
            </p>
          </>
        ),
      },
      { label: '提案者', cell: ({ proposal }) => proposal.proposerNames.join('、') },
      {
        label: '行う団体',
        cell: (project) =>
          project.organizationId === null || mayChange(project, mayAct) ? (
            <Choice viewer={viewer} project={project} organizations={organizations} mayAct={mayAct} />
          ) : (
            nameOf(organizations, project.organizationId)
          ),
      },
      {
        label: '申請',
        cell: ({ applications }) =>
          applications.length === 0
            ? 'まだありません'
            : applications.map(({ id, fiscalYear, state }) => (
                <p key={id}>
                  {state === 'draft' ? (
                    `${formatFiscalYear(fiscalYear)}　作成中`
                  ) : (
                    <a href={viewer.url(`staff/applications/${id}`)}>{formatFiscalYear(fiscalYear)}の申請</a>
                  )}
                </p>
              )),
      },
    ]}
  />
);

/** As long as nothing was begun; an organisation's own proposal is its own. */
const mayChange = ({ proposal, applications }: ModelProject, mayAct: boolean): boolean =>
  mayAct && proposal.organizationId === null && applications.length === 0;

const nameOf = (organizations: readonly OrganizationLine[], id: string): string =>
  organizations.find((each) => each.id === id)?.name ?? '';

const Choice = ({
  viewer,
  project: { proposal, organizationId },
  organizations,
  mayAct,
}: Omit<ModelProjectsPageProps, 'projects'> & { readonly project: ModelProject }) =>
  mayAct ? (
    <Form action={viewer.url('staff/model-projects')} label={`${proposalName(proposal)}を行う団体`}>
      <Hidden name="proposalId" value={proposal.id} />
      <Select
        name={`organizations[${proposal.id}]`}
        label={`${proposalName(proposal)}を行う団体`}
        labelHidden
        prompt="団体を選ぶ"
        options={organizations.map(({ id, name }) => ({ value: id, label: name }))}
        value={organizationId ?? ''}
      />
      <Button kind="secondary" small>
        この団体に申請してもらう
      </Button>
    </Form>
  ) : (
    <>まだ決まっていません</>
  );
