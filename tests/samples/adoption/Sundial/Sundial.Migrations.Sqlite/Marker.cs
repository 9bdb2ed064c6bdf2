namespace Sundial.Migrations.Sqlite;

public static class Marker;
