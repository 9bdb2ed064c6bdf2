namespace Theatre.Migrations.Sqlite;

public static class Marker;
