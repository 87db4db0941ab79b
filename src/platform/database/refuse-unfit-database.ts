import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { schemaDifferences, SchemaError } from './migrate.js';

/** Stops the start when the schema is of another version, or when row-level security would not bind the role we connect as. */
@Injectable()
export class RefuseUnfitDatabase implements OnModuleInit {
  constructor(private readonly dataSource: DataSource) {}

  async onModuleInit(): Promise<void> {
    const differences = await schemaDifferences((sql) => this.dataSource.query(sql));
    if (differences.length > 0) {
      throw new SchemaError(`The database is at another version (${differences.join(', ')}). Run: npx cairn migrate`);
    }
    const [role] = await this.dataSource.query<{ name: string; unbound: boolean; owns: boolean }[]>(
      `select current_user as name, rolsuper or rolbypassrls as unbound,
              exists (select from pg_class where relname = 'event' and relnamespace = 'public'::regnamespace and relowner = r.oid) as owns
         from pg_roles r where rolname = current_user`,
    );
    if (role?.unbound || role?.owns) {
      throw new SchemaError(
        `The role "${role.name}" is a superuser, bypasses row-level security or owns the tables, so institutions would not be kept ` +
          `apart. Create an ordinary role for DATABASE_URL, set DATABASE_OWNER_URL to the owner, and run: npx cairn migrate`,
      );
    }
  }
}
