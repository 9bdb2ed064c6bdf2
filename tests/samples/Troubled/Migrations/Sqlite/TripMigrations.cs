using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Troubled.Migrations.Sqlite;

#pragma warning disable CS1591

[DbContext(typeof(TripContext)), Migration("20260101010000_Initial")] public sealed class Initial : Trip.Initial;
[DbContext(typeof(TripContext)), Migration("20260101020000_NumberOrders")] public sealed class NumberOrders : Trip.NumberOrders;
[DbContext(typeof(TripContext)), Migration("20260101030000_ShortenNotes")] public sealed class ShortenNotes : Trip.ShortenNotes;
[DbContext(typeof(TripContext)), Migration("20260101040000_AddSeen")] public sealed class AddSeen : Trip.AddSeen;
[DbContext(typeof(TripContext)), Migration("20260101050000_RequireLevels")] public sealed class RequireLevels : Trip.RequireLevels;
[DbContext(typeof(TripContext)), Migration("20260101060000_RoundBalances")] public sealed class RoundBalances : Trip.RoundBalances;
[DbContext(typeof(TripContext)), Migration("20260101070000_CountBoxes")] public sealed class CountBoxes : Trip.CountBoxes;
[DbContext(typeof(TripContext)), Migration("20260101080000_MeasureCodes")] public sealed class MeasureCodes : Trip.MeasureCodes;
[DbContext(typeof(TripContext)), Migration("20260101090000_LowerNames")] public sealed class LowerNames : Trip.LowerNames;
[DbContext(typeof(TripContext)), Migration("20260101100000_CopyNotes")] public sealed class CopyNotes : Trip.CopyNotes;
[DbContext(typeof(TripContext)), Migration("20260101110000_DropLegacy")] public sealed class DropLegacy : Trip.DropLegacy;
[DbContext(typeof(TripContext)), Migration("20260101120000_AddKinds")] public sealed class AddKinds : Trip.AddKinds;
[DbContext(typeof(TripContext)), Migration("20260101130000_AddOwners")] public sealed class AddOwners : Trip.AddOwners;
[DbContext(typeof(TripContext)), Migration("20260101140000_AddPlaces")] public sealed class AddPlaces : Trip.AddPlaces;
[DbContext(typeof(TripContext)), Migration("20260101150000_AddColors")] public sealed class AddColors : Trip.AddColors;
[DbContext(typeof(TripContext)), Migration("20260101160000_BornOnDays")] public sealed class BornOnDays : Trip.BornOnDays;
[DbContext(typeof(TripContext)), Migration("20260101170000_ReferQuantities")] public sealed class ReferQuantities : Trip.ReferQuantities;
[DbContext(typeof(TripContext)), Migration("20260101180000_DoubleLevels")] public sealed class DoubleLevels : Trip.DoubleLevels;
[DbContext(typeof(TripContext)), Migration("20260101190000_DeleteTags")] public sealed class DeleteTags : Trip.DeleteTags;
[DbContext(typeof(TripContext)), Migration("20260101200000_ColorTags")] public sealed class ColorTags : Trip.ColorTags;
[DbContext(typeof(TripContext)), Migration("20260101210000_AddDrafts")] public sealed class AddDrafts : Trip.AddDrafts;
[DbContext(typeof(TripContext)), Migration("20260101220000_JoinTitles")] public sealed class JoinTitles : Trip.JoinTitles;
[DbContext(typeof(TripContext)), Migration("20260102010000_LotCodes")] public sealed class LotCodes : Trip.LotCodes;
[DbContext(typeof(TripContext)), Migration("20260102020000_ViewNames")] public sealed class ViewNames : Trip.ViewNames;
[DbContext(typeof(TripContext)), Migration("20260102030000_SpotNotes")] public sealed class SpotNotes : Trip.SpotNotes;
[DbContext(typeof(TripContext)), Migration("20260102040000_AddBins")] public sealed class AddBins : Trip.AddBins;
[DbContext(typeof(TripContext)), Migration("20260102050000_ForgetPlaces")] public sealed class ForgetPlaces : Trip.ForgetPlaces;

[DbContext(typeof(TripContext))]
public sealed class TripContextModelSnapshot : ModelSnapshot
{
    protected override void BuildModel(ModelBuilder modelBuilder) => TripModel.Build(modelBuilder, TripModel.Last);
}
