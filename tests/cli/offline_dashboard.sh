# offline_dashboard.sh -- --sql of the example dashboard: async env.py, settings from .env, no server needed.
DATABASE_URL=postgresql+asyncpg://anna:secret@db.example.com/optimizer_dashboard
dashboard_project
run_stdout retort upgrade head --sql
run_stdout retort downgrade 005_index_node_type:base --sql
run_stdout retort upgrade 002_add_user_id:003_add_users --sql
