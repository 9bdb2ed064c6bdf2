namespace Radio.Migrations.Sqlite;

public static class Marker;
