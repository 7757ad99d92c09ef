import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 歳入科目 of what comes back of grants, as the town's budget has them; a town from before them begins with samples. */
export class RevenueSubjects1790000205800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE municipalities ADD COLUMN revenue_subjects jsonb NOT NULL DEFAULT '{
        "account": "一般会計",
        "principal": {"code": "21-05-01-01", "name": "諸収入　雑入　雑入　過年度収入（見本）"},
        "addition": {"code": "21-01-02-01", "name": "諸収入　延滞金、加算金及び過料　加算金（見本）"},
        "lateCharge": {"code": "21-01-01-01", "name": "諸収入　延滞金、加算金及び過料　延滞金（見本）"},
        "excess": {"code": "21-05-01-02", "name": "諸収入　雑入　雑入　過誤納金（見本）"}
      }';
      ALTER TABLE municipalities ALTER COLUMN revenue_subjects DROP DEFAULT;
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
