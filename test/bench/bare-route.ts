import 'reflect-metadata';
import { Controller, Get, Module, Post, type OnModuleDestroy } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { exitWithReason, stopGracefully } from '../../src/process.js';
import { TOWN } from './spring.js';

/** The queue's two questions about its cases, asked of the database and answered as they come: nobody signs in, no page. */
@Controller()
class BareController implements OnModuleDestroy {
  private readonly pool = new pg.Pool({
    connectionString: process.env['DATABASE_URL'],
    options: `-c app.municipality=${TOWN}`,
  });

  @Get('queue')
  async list(): Promise<unknown> {
    const cases = await this.pool.query(
      `SELECT * FROM cases WHERE waiting_for = 'promotion' AND municipality_id = $1 ORDER BY sort_on, id LIMIT 51`,
      [TOWN],
    );
    const counts = await this.pool.query(
      'SELECT phase, waiting_for, count(*)::int FROM cases WHERE municipality_id = $1 GROUP BY phase, waiting_for',
      [TOWN],
    );
    return { cases: cases.rows, counts: counts.rows };
  }

  /** What the public page of a year asks of the database. */
  @Get('grants')
  async grants(): Promise<unknown> {
    const [rows, ...sums] = await Promise.all([
      this.pool.query(
        `SELECT id, district_name, organization_name, program_name, title, purpose, state, amount, amount_in_force, paid_amount,
                decided_on FROM public_grants WHERE municipality_id = $1 AND fiscal_year = 2026
          ORDER BY district_position, organization_name, program_name, title, id LIMIT 50`,
        [TOWN],
      ),
      ...['fiscal_year', 'district_name', 'program_name', 'field'].map((by) =>
        this.pool.query(
          `SELECT ${by}, count(*)::int, sum(amount_in_force), sum(paid_amount) FROM public_grants
            WHERE municipality_id = $1 AND (fiscal_year = 2026 OR $2) GROUP BY ${by}`,
          [TOWN, by === 'fiscal_year'],
        ),
      ),
    ]);
    return { rows: rows.rows, sums: sums.map((sum) => sum.rows) };
  }

  /** What any answer to a sent form costs at least: one row in one transaction. */
  @Post('rows')
  async insert(): Promise<void> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      await client.query(`INSERT INTO bench_rows (sent) VALUES ('x')`);
      await client.query('COMMIT');
    } finally {
      client.release();
    }
  }

  onModuleDestroy(): Promise<void> {
    return this.pool.end();
  }
}

@Module({ controllers: [BareController] })
class BareProcess {}

async function run(): Promise<void> {
  const app = await NestFactory.create(BareProcess, {
    logger: false,
    abortOnError: false,
    forceCloseConnections: true,
  });
  await app.listen(Number(process.env['PORT']), '127.0.0.1');
  process.send?.('ready');
  stopGracefully({ info: () => undefined }, () => app.close());
}

run().catch(exitWithReason);
