import { numberInWords, type Call, type Proposal, type TypedBasics } from '../../../proposals/index.js';
import { Button, ButtonRow, DataTable, Form, Section, type Viewer } from '../../shared/index.js';
import { BasicsFields } from '../../shared/proposals/basics-fields.js';
import { periodInWords, ProposalStateTag } from '../../shared/proposals/proposal-words.js';

interface OrganizationProposalsProps {
  readonly viewer: Viewer;
  readonly calls: readonly Call[];
  readonly proposals: readonly Proposal[];
}

export const OrganizationProposalsPage = ({ viewer, calls, proposals }: OrganizationProposalsProps) => (
  <>
    <Section title="いま募集しているもの">
      <DataTable
        caption="いま募集しているもの"
        captionHidden
        cards
        empty="いま団体から提案できる募集はありません。"
        rows={calls.filter((call) => call.proposers.includes('organization'))}
        columns={[
          { label: '募集', heading: true, cell: ({ id, title }) => <a href={viewer.url(`calls/${id}`)}>{title}</a> },
          { label: '受付の期間', cell: periodInWords },
          {
            label: '提案',
            tight: true,
            cell: ({ id, title }) => (
              <a href={viewer.url(`committee/proposals/new/${id}`)}>
                団体として提案する<span class="visually-hidden">：{title}</span>
              </a>
            ),
          },
        ]}
      />
    </Section>
    <Section title="団体の提案">
      <DataTable
        caption="団体の提案"
        captionHidden
        cards
        empty="まだ提案はありません。"
        rows={proposals.filter(({ state, number }) => state !== 'withdrawn' || number !== null)}
        columns={[
          {
            label: '提案の名称',
            heading: true,
            cell: ({ id, title }) => <a href={viewer.url(`committee/proposals/${id}`)}>{title}</a>,
          },
          { label: '番号', tight: true, cell: ({ number }) => numberInWords(number) },
          { label: '状態', tight: true, cell: ({ state }) => <ProposalStateTag state={state} /> },
        ]}
      />
    </Section>
  </>
);

interface ProposingProps {
  readonly viewer: Viewer;
  readonly call: Call;
  readonly typed: TypedBasics;
  readonly name: string;
}

export const ProposingAsOrganizationPage = ({ viewer, call, typed, name }: ProposingProps) => (
  <Form action={viewer.url(`committee/proposals/new/${call.id}`)}>
    <BasicsFields call={call} typed={typed} organization={name} />
    <ButtonRow>
      <Button>次へ（内容を書く）</Button>
    </ButtonRow>
  </Form>
);
