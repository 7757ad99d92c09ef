import { formatFiscalYear } from '../../kernel/fiscal-year.js';
import { isSupersededBy, type ProgramVersion } from '../../programs/index.js';
import { ButtonLink, ButtonRow, DataTable, Day, type Viewer } from '../shared/index.js';

import { stateTag } from './program-state.js';

/** Every edition of every programme, newest year first. */
export function ProgramsPage({
  viewer,
  versions,
  mayEdit,
}: {
  viewer: Viewer;
  versions: readonly ProgramVersion[];
  mayEdit: boolean;
}) {
  return (
    <>
      <DataTable
        caption="補助制度の一覧"
        captionHidden
        keyboard
        empty={{ title: '補助制度はまだありません。', body: <p>「新しい補助制度を作る」から始めてください。</p> }}
        rows={versions}
        columns={[
          {
            label: '名称',
            cell: (version) => <a href={viewer.url(`staff/programs/${version.id}`)}>{version.document.name}</a>,
          },
          { label: '年度', tight: true, cell: ({ document }) => formatFiscalYear(document.fiscalYear) },
          { label: '版', tight: true, align: 'end', cell: ({ number }) => `第${String(number)}版` },
          { label: '状態', tight: true, cell: (version) => stateTag(version, isSupersededBy(version, versions)) },
          {
            label: '受付期間',
            cell: ({ document: { timetable } }) => (
              <>
                <Day date={timetable.opens} />～<Day date={timetable.closes} />
              </>
            ),
          },
        ]}
      />
      {mayEdit && (
        <ButtonRow>
          <ButtonLink href={viewer.url('staff/programs/new')}>新しい補助制度を作る</ButtonLink>
        </ButtonRow>
      )}
    </>
  );
}
