namespace Quay.Data.Sqlite;

public static class Marker;
