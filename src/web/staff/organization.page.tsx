import { REMARK_FIELDS, type OrganizationView } from '../../organizations/index.js';
import {
  ButtonLink,
  CheckAnswers,
  Moment,
  Notice,
  Section,
  StatusTag,
  Timeline,
  type Viewer,
} from '../shared/index.js';
import { accountInShort, detailAnswers } from '../shared/organization-facts.js';
import { ORGANIZATION_STATE } from '../shared/organization-words.js';
import { Examination, Wards, type TypedExamination } from './organization-examination.page.js';
import { OfficersSection } from './organization-officers.page.js';
import { ORGANIZATIONS_PATH } from './organization-words.js';

interface OrganizationPageProps {
  readonly viewer: Viewer;
  readonly view: OrganizationView;
  readonly typed: TypedExamination;
  /** May examine and correct; others read. */
  readonly mayExamine: boolean;
}

/** One organisation as staff see it; while it is submitted, the checklist and the remarks stand beside the facts. */
export function OrganizationPage(props: OrganizationPageProps) {
  const { viewer, view, mayExamine } = props;
  const { file } = view;
  const state = ORGANIZATION_STATE[file.state];
  return (
    <>
      <p>
        <StatusTag tone={state.tone}>{state.label}</StatusTag>　{file.districtName}
        {file.submittedAt && (
          <>
            　提出：
            <Moment at={file.submittedAt} />
          </>
        )}
      </p>
      {file.state === 'registered' && mayExamine && (
        <p>
          <a href={viewer.url('staff/paper', { organizationId: file.id })}>紙の申請を入力する</a>
        </p>
      )}
      {view.openChange && (
        <Notice tone="warning" title="口座の変更を確認するまで、この団体への支払は止まります">
          <p>
            <a href={viewer.url(`${ORGANIZATIONS_PATH}/${file.id}/account`)}>新しい口座を確かめる</a>
          </p>
        </Notice>
      )}
      {view.representativeChange && (
        <Notice tone="info" title="代表者の変更が届け出られています">
          <p>
            {view.representativeChange.beforeName}　→　{view.representativeChange.afterName}　
            <a href={viewer.url(`staff/acknowledgements/representative-change/${view.representativeChange.id}`)}>
              届を開く
            </a>
          </p>
        </Notice>
      )}
      {view.registrationDraft.draft && (
        <Notice tone="info" title="登録の決裁を待っています">
          <p>
            起案{' '}
            <a href={viewer.url(`staff/approvals/${view.registrationDraft.draft.id}`)}>
              {view.registrationDraft.draft.number}
            </a>{' '}
            の決裁が終わると、登録されます。内容を直すと、それまでの承認は取り直しになります。
          </p>
        </Notice>
      )}
      {file.state === 'submitted' && mayExamine && view.registrationDraft.draft === null ? (
        <Examination {...props} />
      ) : (
        <Facts viewer={viewer} view={view} mayExamine={mayExamine} />
      )}
      <OfficersSection viewer={viewer} view={view} mayInvite={mayExamine} />
      <History view={view} />
    </>
  );
}

function Facts({ viewer, view, mayExamine }: { viewer: Viewer; view: OrganizationView; mayExamine: boolean }) {
  const { file } = view;
  const url = (path: string): string => viewer.url(`${ORGANIZATIONS_PATH}/${file.id}/${path}`);
  const edit = (path: string, label: string) =>
    mayExamine && (
      <ButtonLink href={url(path)} kind="secondary" small>
        {label}
      </ButtonLink>
    );
  return (
    <>
      <Section title="団体の名前と連絡先" actions={edit('details', '職権で直す')}>
        <CheckAnswers answers={detailAnswers(file)} />
      </Section>
      <Section
        title="行政区と規約"
        actions={
          <div class="section-actions">
            {edit('wards', '行政区を直す')}
            {edit('bylaws/replacement', '規約を差し替える')}
          </div>
        }
      >
        <CheckAnswers
          answers={[
            { label: '行政区', value: <Wards wards={file.wards} elsewhere={view.wardsElsewhere} /> },
            { label: '規約', value: file.bylaws ? <a href={url('bylaws')}>{file.bylaws.name}</a> : '未入力' },
          ]}
        />
      </Section>
      <Section title="口座">
        {file.account ? (
          <CheckAnswers
            answers={[
              { label: '口座', value: <a href={url('account')}>{accountInShort(file.account)}</a> },
              { label: '振込用カナ', value: file.account.transferKana ?? '未確認' },
            ]}
          />
        ) : (
          <p>口座はまだ入力されていません。</p>
        )}
      </Section>
    </>
  );
}

const OUTCOME = { returned: '差し戻しました', registered: '登録しました' } as const;

function History({ view }: { view: OrganizationView }) {
  if (view.examinations.length === 0) return null;
  return (
    <Section title="確認の記録">
      <Timeline
        events={view.examinations.map((examination) => ({
          at: <Moment at={examination.examinedAt} />,
          what: (
            <>
              {examination.examinedBy}が{OUTCOME[examination.outcome]}
              {view.file.remarks
                .filter(({ round }) => round === examination.round)
                .map((remark) => (
                  <p key={remark.id}>
                    {REMARK_FIELDS[remark.field].label}：{remark.text}
                    {remark.answer && `　→ 回答：${remark.answer}`}
                  </p>
                ))}
            </>
          ),
        }))}
      />
    </Section>
  );
}
