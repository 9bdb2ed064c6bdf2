namespace Pantry.Sqlite;

public static class Marker;
