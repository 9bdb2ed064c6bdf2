namespace Orchard.Sqlite;

public static class Marker;
